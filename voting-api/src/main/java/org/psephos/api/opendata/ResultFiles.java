package org.psephos.api.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.api.election.PublishedResult;
import org.psephos.api.opendata.DataFile.MediaType;

/**
 * The files that a published result is given out as. Made anew, they are the same, byte for byte:
 * nothing in them depends on the time or on who asks.
 */
public final class ResultFiles {

  private static final String NIST = "https://doi.org/10.6028/NIST.SP.1500-100r2";
  private static final String CSV = "https://www.rfc-editor.org/rfc/rfc4180";
  private static final String CSVW = "https://www.w3.org/TR/tabular-metadata/";
  private static final String CANONICAL = "https://www.rfc-editor.org/rfc/rfc8785";

  /** Their names, in the order in which they are offered. */
  public static final List<String> NAMES =
      List.of(
          "result.json",
          ResultTable.RESULTS,
          ResultTable.TURNOUT,
          ResultTable.TEXTS,
          "csv-metadata.json",
          "nist.json");

  private final Addresses addresses;

  public ResultFiles(Addresses addresses) {
    this.addresses = addresses;
  }

  /** All of them. */
  public List<DataFile> of(PublishedResult result) {
    List<DataFile> files = new ArrayList<>();
    files.add(new DataFile("result.json", MediaType.JSON, ResultJson.encode(result, addresses)));
    for (ResultTable table : ResultTable.all(result)) {
      files.add(new DataFile(table.fileName(), MediaType.CSV, table.table().encode()));
    }
    files.add(
        new DataFile(
            "csv-metadata.json",
            MediaType.CSV_METADATA,
            TableDescriptions.encode(result, addresses)));
    files.add(new DataFile("nist.json", MediaType.JSON, NistReport.encode(result, addresses)));
    return List.copyOf(files);
  }

  /** How a catalogue lists them. */
  public List<Distribution> distributions(PublishedResult result) {
    return of(result).stream()
        .map(
            file ->
                new Distribution(
                    file.name(),
                    addresses.file(result.uuid(), file.name()),
                    file.type(),
                    OptionalLong.of(file.length()),
                    Optional.of(file.sha256()),
                    Optional.of(standard(file))))
        .toList();
  }

  private static String standard(DataFile file) {
    if (file.type() == MediaType.CSV) {
      return CSV;
    }
    if (file.type() == MediaType.CSV_METADATA) {
      return CSVW;
    }
    return file.name().equals("nist.json") ? NIST : CANONICAL;
  }
}
