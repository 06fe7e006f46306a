/**
 * The Merkle tree of RFC 6962 and RFC 9162: hashes, roots, inclusion and consistency proofs.
 *
 * <p>Pure functions over a {@link org.psephos.board.merkle.NodeReader}. Not here: storage, signed
 * tree heads, and what the entries mean. Start with {@link org.psephos.board.merkle.Frontier}.
 */
package org.psephos.board.merkle;
