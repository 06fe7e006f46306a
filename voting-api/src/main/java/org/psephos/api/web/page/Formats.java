package org.psephos.api.web.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * Writes numbers, dates and times as readers of a language do. A time of day always names its zone.
 * Immutable and thread safe.
 *
 * @param zone where times are told
 */
public record Formats(Language language, ZoneId zone) {

  private static final String DAY = "yMMMMEEEEd";
  private static final String DAY_AND_TIME = "yMMMEEEdjmz";
  private static final int MOST_DECIMALS = 1;

  /** The day and the time of Unix seconds, with the zone. */
  public String time(long seconds) {
    return dates(DAY_AND_TIME).format(Date.from(Instant.ofEpochSecond(seconds)));
  }

  /** The day of Unix seconds in the zone. */
  public String day(long seconds) {
    return dates(DAY).format(Date.from(Instant.ofEpochSecond(seconds)));
  }

  /** Unix seconds for machines. */
  public String iso(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  /** The zone's own name, the same all year round, and its identifier. */
  public String zoneName() {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    return icuZone().getDisplayName(locale()) + " (" + zone.getId() + ")";
  }

  public String number(long number) {
    return NumberFormat.getInstance(locale()).format(number);
  }

  /** A part of a whole, which must not be 0, in percent. */
  public String percent(long part, long whole) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format((double) part / whole);
  }

  private DateFormat dates(String skeleton) {
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale());
    format.setTimeZone(icuZone());
    return format;
  }

  private TimeZone icuZone() {
    return TimeZone.getTimeZone(zone.getId());
  }

  private ULocale locale() {
    return language.locale();
  }
}
