package org.psephos.api.election;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.credential.CredentialReview;
import org.psephos.crypto.credential.ListChange;

/**
 * What came of a list of credentials that is good.
 *
 * @param read how many credentials it has
 * @param weight the sum of their weights
 * @param change how it differs from the list before
 * @param dryRun whether it was only looked at
 */
public record Registration(int read, long weight, ListChange change, boolean dryRun) {

  /** The answer, as docs/api/openapi.yaml describes it. */
  public Json toJson() {
    return Json.Obj.with("read", read)
        .and("added", change.added())
        .and("kept", change.kept())
        .and("removed", change.removed())
        .and("reissued", change.reissued())
        .and("weight", weight)
        .and("rejected", new Json.Arr(List.of()))
        .and("rejected_omitted", 0)
        .and("dry_run", new Json.Bool(dryRun))
        .build();
  }

  /** The members of the problem that a bad list is. */
  static Map<String, Json> refused(CredentialReview review) {
    List<Json> lines =
        review.rejected().stream()
            .map(
                one -> (Json) Json.Obj.with("line", one.line()).and("reason", one.reason()).build())
            .toList();
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("read", new Json.Int(review.read()));
    members.put("added", new Json.Int(0));
    members.put("weight", new Json.Int(review.weight()));
    members.put("rejected", new Json.Arr(lines));
    members.put("rejected_omitted", new Json.Int(review.omitted()));
    return members;
  }
}
