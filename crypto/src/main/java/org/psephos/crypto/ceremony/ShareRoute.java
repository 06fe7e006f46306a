package org.psephos.crypto.ceremony;

import org.psephos.crypto.trustee.Certificate;

/**
 * Whose share it is and for whom.
 *
 * @param from the index of the dealer
 * @param to the index of the recipient
 */
record ShareRoute(Ceremony ceremony, int from, int to, Certificate dealer, Certificate recipient) {}
