package org.psephos.crypto.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.hash.Digest;

class FingerprintWordsTest {

  private static final Path PAGE = Path.of("../docs/spec/words.md");
  private static final Pattern ROW = Pattern.compile("\\| ([0-9]+) \\| ([a-z]+) (?=\\|)");

  @Test
  void thePageOfTheSpecificationIsTheList() throws Exception {
    TreeMap<Integer, String> page = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      assertThat(page.put(Integer.valueOf(row.group(1)), row.group(2))).isNull();
    }

    assertThat(page.firstKey()).isZero();
    assertThat(page.lastKey()).isEqualTo(255);
    assertThat(List.copyOf(page.values())).isEqualTo(FingerprintWords.list());
  }

  /** Distinct prefixes for whoever types, distance for whoever listens. */
  @Test
  void noWordIsCloseToAnother() {
    List<String> list = FingerprintWords.list();
    assertThat(list).hasSize(256).isSorted().allMatch(word -> word.matches("[a-z]{4,12}"));
    for (int i = 0; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(list.get(i), list.get(j)))
            .as("%s, %s", list.get(i), list.get(j))
            .isGreaterThanOrEqualTo(4);
        assertThat(list.get(i).substring(0, 4)).isNotEqualTo(list.get(j).substring(0, 4));
      }
    }
    assertThat(distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void eachByteIsTheWordOfItsNumber() throws Exception {
    Digest digest = Digest.fromHex("00ff01fe80" + "7f".repeat(27));
    List<String> list = FingerprintWords.list();

    assertThat(FingerprintWords.of(digest, 6))
        .containsExactly(
            list.get(0), list.get(255), list.get(1), list.get(254), list.get(128), list.get(127));
    assertThat(FingerprintWords.of(digest, 32)).hasSize(32);
    assertThat(FingerprintWords.of(digest, FingerprintWords.CEREMONY)).hasSize(16);
    assertThat(FingerprintWords.of(Digest.sha256("abc"), 10))
        .isEqualTo(
            List.of(
                list.get(0xba),
                list.get(0x78),
                list.get(0x16),
                list.get(0xbf),
                list.get(0x8f),
                list.get(0x01),
                list.get(0xcf),
                list.get(0xea),
                list.get(0x41),
                list.get(0x41)));
  }

  @Test
  void noWordsOrTooManyAreRefused() {
    for (int words : new int[] {0, -1, 33}) {
      assertThatThrownBy(() -> FingerprintWords.of(Digest.sha256("abc"), words))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[row.length - 1];
  }
}
