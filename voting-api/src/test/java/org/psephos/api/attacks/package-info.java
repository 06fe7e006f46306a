/**
 * What must never work, tried against the running service: forged ballots, hostile bodies, wrong
 * moments and wrong people. After each refusal nothing may have changed, and the honest voter still
 * gets through.
 *
 * <p>Not here: the same attacks on a published board. Start with {@link
 * org.psephos.api.attacks.ForgedBallotTest}.
 */
package org.psephos.api.attacks;
