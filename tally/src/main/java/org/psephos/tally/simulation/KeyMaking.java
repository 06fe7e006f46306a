package org.psephos.tally.simulation;

import java.io.IOException;
import java.util.List;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** How the trustees of a simulation come to their keys. Closing wipes them. */
interface KeyMaking extends AutoCloseable {

  Trustees trustees();

  /** The keys under which the owners decrypt, in the order of their numbers. */
  List<TrusteeKeyPair> pairs();

  /** How many owners decrypt. */
  int needed();

  /** Puts everything that was made on the board. */
  void post(SimulatedBoard board) throws IOException;

  @Override
  void close();
}
