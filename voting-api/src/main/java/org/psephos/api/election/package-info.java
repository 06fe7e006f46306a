/**
 * What can be done with an election: one class for each use case, and what they share. Rules are
 * decided here or on the board, never in the HTTP layer.
 *
 * <p>Not here: HTTP, who is asking. Start with {@link org.psephos.api.election.Elections}, then
 * {@link org.psephos.api.election.CreateElection}.
 */
package org.psephos.api.election;
