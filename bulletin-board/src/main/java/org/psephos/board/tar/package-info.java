/**
 * The one form of tar that bundles and Belenios archives use: each header is a function of name,
 * size and time, and nothing stands behind the last member.
 *
 * <p>Not here: which members there are. Start with {@link org.psephos.board.tar.TarHeader}.
 */
package org.psephos.board.tar;
