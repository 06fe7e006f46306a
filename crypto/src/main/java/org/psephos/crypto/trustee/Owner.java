package org.psephos.crypto.trustee;

import org.psephos.crypto.group.Element;

/**
 * One holder of a secret, as partial decryptions name it.
 *
 * @param number from 1 over all entries, each member of a threshold group counting
 * @param entry index of the entry in the trustees object, from 0
 * @param index of the member in its entry, from 1; the point at which its polynomial was evaluated
 * @param key under which this owner decrypts
 */
public record Owner(int number, int entry, int index, Element key) {}
