/**
 * Published boards that are read over the network. Nothing else in this module knows a network.
 *
 * <p>Not here: what is served, and who believes it. Start with {@link
 * org.psephos.board.remote.HttpBoard}.
 */
package org.psephos.board.remote;
