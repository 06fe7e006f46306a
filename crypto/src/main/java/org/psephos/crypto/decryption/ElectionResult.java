package org.psephos.crypto.decryption;

import java.util.List;
import org.psephos.crypto.codec.Count;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * The counts (protocol §8): for each choice the sum of the weights of those who chose it.
 *
 * @param counts each in [0, 2^53)
 */
public record ElectionResult(PerChoice<Long> counts) {

  /**
   * Reads the result of an election.
   *
   * @throws DecodingException unless it is the canonical spelling of counts shaped as the questions
   */
  public static ElectionResult decode(byte[] bytes, Election election) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    ElectionResult result =
        new ElectionResult(
            fields.required("result", table -> PerChoice.decode(table, Count::decode)));
    fields.end();
    result.counts.requireShape("result", EncryptedTally.shapeOf(election));
    JsonParser.requireCanonical(bytes, result.toJson());
    return result;
  }

  /**
   * Checks every count against the opened sum, M = count·g, and against the total weight. No
   * logarithm is searched.
   *
   * @throws IllegalArgumentException if the sums have another shape
   */
  public Inspection inspect(PerChoice<Element> opened, long totalWeight) {
    if (!opened.shape().equals(counts.shape())) {
      throw new IllegalArgumentException("the result of another tally");
    }
    List<Element> sums = opened.all();
    List<Long> all = counts.all();
    List<String> places = counts.places();
    Inspection.Notebook notebook = new Inspection.Notebook();
    for (int i = 0; i < all.size(); i++) {
      long count = all.get(i);
      notebook.require(
          count <= totalWeight && isLogarithm(count, sums.get(i)),
          "result-count",
          "result" + places.get(i),
          "the number that was decrypted, at most " + totalWeight,
          Long.toString(count));
    }
    return notebook.close();
  }

  private static boolean isLogarithm(long count, Element sum) {
    Group group = sum.group();
    return group.generatorBase().times(group.scalar(count)).equals(sum);
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("result", counts.toJson(Count::encode)).build();
  }
}
