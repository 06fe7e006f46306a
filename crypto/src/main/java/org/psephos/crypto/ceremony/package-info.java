/**
 * The objects of the ceremony in which n trustees make a key of which any t can decrypt
 * (docs/spec/key-ceremony.md): what a member makes, what everybody checks, and the evidence against
 * a member that deals a bad share. Pure functions on values.
 *
 * <p>Not here: the board's entries and their order, the member's tool, files, the network. Start
 * with {@link org.psephos.crypto.ceremony.Ceremony}; then {@link
 * org.psephos.crypto.ceremony.MemberKeys} and {@link org.psephos.crypto.ceremony.Deal} make, and
 * {@link org.psephos.crypto.ceremony.CeremonyInspection} and {@link
 * org.psephos.crypto.ceremony.Dealings} check.
 */
package org.psephos.crypto.ceremony;
