package org.psephos.crypto.keyfile;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 1.3 (RFC 9106), with the parameters of one file or account.
 *
 * @param memoryKib memory in KiB, at least 8 for each lane
 * @param iterations passes over it, at least 1
 * @param lanes at least 1
 */
public record Argon2id(int memoryKib, int iterations, int lanes) {

  /**
   * Fills an array with what a password and a salt give. The caller wipes password and output.
   *
   * @param output any length from 4 bytes
   */
  public void fill(byte[] password, byte[] salt, byte[] output) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    generator.generateBytes(password, output);
  }
}
