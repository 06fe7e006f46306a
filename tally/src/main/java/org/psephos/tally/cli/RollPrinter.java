package org.psephos.tally.cli;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.roll.RollFault;
import org.psephos.tally.roll.RollReport;

/** Says what came of reading a voter list, to people or to a program. */
final class RollPrinter {

  private RollPrinter() {}

  static void print(RollReport report) {
    for (RollFault fault : report.faults()) {
      System.out.println(Printable.escape(fault.toString()));
    }
    if (report.omitted() > 0) {
      System.out.println("and " + report.omitted() + " more");
    }
    System.out.println("read: " + report.read());
    System.out.println("accepted: " + report.accepted());
    System.out.println("rejected: " + (report.read() - report.accepted()));
    System.out.println("weight: " + report.weight());
  }

  static void printJson(RollReport report) throws Exception {
    List<Json> faults = new ArrayList<>();
    for (RollFault fault : report.faults()) {
      faults.add(Json.Obj.with("line", fault.line()).and("reason", fault.reason()).build());
    }
    Json answer =
        Json.Obj.with("accepted", report.accepted())
            .and("read", report.read())
            .and("rejected", new Json.Arr(faults))
            .and("rejected_omitted", report.omitted())
            .and("weight", report.weight())
            .build();
    System.out.println(Utf8.decode(answer.toBytes()));
  }
}
