/**
 * What is voted on: the version 1 election object with its questions and its fingerprint, and the
 * setup that ties it to trustees and credentials.
 *
 * <p>Not here: the manifest, who may vote, ballots, dates. Start with {@link
 * org.psephos.crypto.election.Election}.
 */
package org.psephos.crypto.election;
