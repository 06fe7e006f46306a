/**
 * A complete synthetic election of any size on a board of its own, for whoever wants to try or
 * measure a verifier.
 *
 * <p>Not here: the network, or an election of real people: one process holds every secret and
 * throws all of them away. Start with {@link org.psephos.tally.simulation.Simulation}.
 */
package org.psephos.tally.simulation;
