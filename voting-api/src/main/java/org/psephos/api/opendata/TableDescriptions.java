package org.psephos.api.opendata;

import java.util.ArrayList;
import java.util.List;
import org.psephos.api.election.PublishedResult;
import org.psephos.crypto.codec.Json;

/** What the columns of the tables mean, as W3C CSV on the Web describes tables. */
final class TableDescriptions {

  private TableDescriptions() {}

  static byte[] encode(PublishedResult result, Addresses addresses) {
    List<Json> tables =
        ResultTable.all(result).stream()
            .map(table -> (Json) table(table, result, addresses))
            .toList();
    return Json.Obj.with("@context", context())
        .and("dc:source", addresses.election(result.uuid()))
        .and("tables", new Json.Arr(tables))
        .build()
        .toBytes();
  }

  private static Json context() {
    Json language = Json.Obj.with("@language", "en").build();
    return new Json.Arr(List.of(new Json.Text("http://www.w3.org/ns/csvw"), language));
  }

  private static Json.Obj table(ResultTable table, PublishedResult result, Addresses addresses) {
    List<Json> columns = table.table().columns().stream().map(TableDescriptions::column).toList();
    Json.Builder schema = Json.Obj.with("columns", new Json.Arr(columns));
    if (!table.key().isEmpty()) {
      schema.and("primaryKey", texts(table.key()));
    }
    if (table.fileName().equals(ResultTable.RESULTS)) {
      schema.and(
          "aboutUrl", addresses.election(result.uuid()) + "/question/{question}/answer/{answer}");
    }
    return Json.Obj.with("url", table.fileName())
        .and("dc:title", table.title())
        .and("tableSchema", schema.build())
        .build();
  }

  private static Json column(Table.Column column) {
    return Json.Obj.with("name", column.name())
        .and("titles", column.name())
        .and("datatype", column.datatype())
        .and("dc:description", column.meaning())
        .build();
  }

  private static Json texts(List<String> texts) {
    List<Json> items = new ArrayList<>();
    texts.forEach(text -> items.add(new Json.Text(text)));
    return new Json.Arr(items);
  }
}
