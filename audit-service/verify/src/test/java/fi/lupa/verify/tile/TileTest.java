package fi.lupa.verify.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Malformed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths and examples of c2sp.org/tlog-tiles. */
class TileTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "1, 1000, 256, tile/1/x001/000",
    "7, 999, 1, tile/7/999.p/1",
    "0, 273, 112, tile/0/273.p/112"
  })
  void liesAtItsPath(int level, long index, int width, String path) {
    assertThat(new Tile(level, index, width).path()).isEqualTo(path);
  }

  @Test
  void entriesLieBesideLevelNought() {
    assertThat(new Tile(0, 1234067, 3).entriesPath()).isEqualTo("tile/entries/x001/x234/067.p/3");
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Tile(1, 0, 1).entriesPath());
  }

  @Test
  void aTreeOf70000LeavesHasTheTilesOfTheSpecification() {
    List<Tile> tiles = Tile.added(0, 70_000);

    assertThat(tiles.stream().filter(t -> t.level() == 0 && t.width() == 256)).hasSize(273);
    assertThat(tiles.subList(273, tiles.size()))
        .containsExactly(
            new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
  }

  @Test
  void aTreeOf256LeavesHasAFullTileAndAPartialOneAbove() {
    assertThat(Tile.added(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
  }

  @Test
  void aGrownTreeHasOnlyTheTilesThatGrew() {
    assertThat(Tile.added(0, 0)).isEmpty();
    assertThat(Tile.added(70_000, 70_000)).isEmpty();
    assertThat(Tile.added(100, 101)).containsExactly(new Tile(0, 0, 101));
    assertThat(Tile.added(255, 257))
        .containsExactly(new Tile(0, 0, 256), new Tile(0, 1, 1), new Tile(1, 0, 1));
    assertThat(Tile.added(256, 257)).containsExactly(new Tile(0, 1, 1));
    assertThat(Tile.added(65_535, 65_536))
        .containsExactly(new Tile(0, 255, 256), new Tile(1, 0, 256), new Tile(2, 0, 1));
  }

  @Test
  void noOtherTilesAre() {
    Stream.<Runnable>of(
            () -> new Tile(-1, 0, 1),
            () -> new Tile(8, 0, 1),
            () -> new Tile(0, -1, 1),
            () -> new Tile(0, 0, 0),
            () -> new Tile(0, 0, 257),
            () -> Tile.of(0, 1, 256),
            () -> Tile.of(0, 1L << 40, 5),
            () -> Tile.of(1, 0, 255))
        .forEach(made -> assertThatExceptionOfType(Malformed.class).isThrownBy(made::run));
  }
}
