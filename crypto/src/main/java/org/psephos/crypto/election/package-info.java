/**
 * What is voted on: the version 1 election object and its questions.
 *
 * <p>Not here: who may vote, ballots, dates. Start with {@link
 * org.psephos.crypto.election.Question}.
 */
package org.psephos.crypto.election;
