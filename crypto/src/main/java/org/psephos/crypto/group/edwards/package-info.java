/**
 * The group {@code Ed25519}: the subgroup of prime order of the curve edwards25519.
 *
 * <p>Not here: signatures, hashing, anything that knows what a ballot is. Start with {@link
 * org.psephos.crypto.group.edwards.Ed25519Group}; beneath it stand the field ({@code
 * FieldElement}), the curve ({@code Accumulator}) and the two kinds of multiplication, which never
 * mix: {@code PublicMultiplication} for what everyone may know, {@code SecretMultiplication} for
 * what not.
 */
package org.psephos.crypto.group.edwards;
