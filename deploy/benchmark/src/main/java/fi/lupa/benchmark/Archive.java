package fi.lupa.benchmark;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The disclosure-service's database on this machine (it knows no other address), filled past the
 * service: documents of made-up clients, of all in the order of time, so that one client's lie as
 * far apart on disk as in life.
 */
final class Archive implements AutoCloseable {
  /** Documents of a client who is measured. */
  static final int TYPICAL = 20;

  private static final int CHUNK = 50_000;

  private static final String TABLES =
      """
      drop table if exists bench_client, bench_kind, bench_plan;
      create temp table bench_client (n int primary key, ref uuid, documents int not null);
      create temp table bench_kind (n int primary key, type text, schema_oid text, title jsonb);
      create or replace function pg_temp.pick(d bigint, salt bigint, below int) returns int language sql immutable
        return ((hashint8extended(d, salt) & 1152921504606846975) % below)::int;
      """;

  private static final String CLIENTS =
      """
      insert into bench_client
      select n, coalesce((?::uuid[])[n], md5(? || '-' || n)::uuid), documents
      from unnest(?::int[]) with ordinality as given (documents, n)
      """;

  private static final String KINDS =
      """
      insert into bench_kind
      select n - 1, type, schema_oid, title::jsonb
      from unnest(?::text[], ?::text[], ?::text[]) with ordinality as given (type, schema_oid, title, n)
      """;

  private static final String PLAN =
      """
      create temp table bench_plan as
      select %1$d + row_number() over (order by hashint8extended(c.n::bigint << 32 | i, %2$d), c.n, i) as d, c.n
      from bench_client c, generate_series(1, c.documents) i;
      create index on bench_plan (d);
      analyze bench_plan;
      analyze bench_client;
      """;

  /**
   * A third is stored by producers. Who isn't measured has one of 21 counties and a main task, in
   * which most documents are. Who is has plans only: a private producer doesn't see every kind.
   */
  private static final String FILL =
      """
      with settings as (select ?::bigint as seed, ?::bigint as before, ?::bigint as until, ?::bigint as first, ?::bigint as last,
          ?::int as typical, ?::int as kinds, ?::text as county),
      picked as (
        select s.*, p.d, p.n, c.ref,
          case when p.n <= typical then 4 else pg_temp.pick(p.n, seed + 1, 21) end as area,
          case when p.n > typical and pg_temp.pick(p.d, seed + 2, 10) = 0 then pg_temp.pick(p.d, seed + 3, 7)
            when p.n > typical then pg_temp.pick(p.n, seed + 4, 7) else 2 end as task,
          pg_temp.pick(p.d, seed + 5, 3) = 0 as bought,
          pg_temp.pick(p.d, seed + 6, 400) as place,
          coalesce(case when p.n <= typical then (select min(n) from bench_kind where type = '1506.15003') end,
            pg_temp.pick(p.d, seed + 7, kinds)) as kind,
          pg_temp.pick(p.d, seed + 8, 12) as words,
          now() - interval '5 years' * ((until - p.d + 1)::float8 / (until - before)) as at
        from settings s, bench_plan p join bench_client c on c.n = p.n
        where p.d > s.first and p.d <= s.last),
      made as materialized (
        select p.*, k.type, k.schema_oid, k.title,
          '1.2.246.10.91000005.14.2025.' || seed || '.' || d as oid,
          case area when 4 then county else '1.2.246.10.9200' || to_char(area, 'FM0000') || '.10.0' end as controller,
          '1.2.246.10.94' || to_char(place * 7 + area, 'FM000000') || '.10.' as producer,
          convert_to('{"otsikko":' || (k.title->'fi')::text || ',"teksti":"'
            || (select string_agg(md5(d || '-' || i), ' ') from generate_series(0, 6 + words) i) || '"}', 'UTF8') as bytes
        from picked p join bench_kind k on k.n = p.kind),
      metadata as (
        insert into document (client_ref, document_oid, version, version_oid, controller, controller_kind, producer, producer_unit,
          organiser_unit, processing_ground, register_code, unit, document_type, schema_oid, media_type, language, service_tasks,
          social_services, matters, title, author, recorded_at, stored_at, sort_at, content_bytes, content_sha256, fingerprint, store_id)
        select ref, oid, 1, oid || '.1', controller, 'PUBLIC', case when bought then producer || '0' end,
          case when bought then producer || (place % 4 + 1) end,
          left(controller, -1) || (place % 40 + 1),
          case when bought then 'REGISTER_USAGE_RIGHT' else 'OWN_REGISTER' end, null,
          case when bought then producer || (place % 4 + 1) else left(controller, -1) || (place % 40 + 1) end,
          type, schema_oid, 'application/json', case when place % 20 = 0 then 'sv' else 'fi' end,
          array[(array['FAMILIES', 'WORKING_AGE', 'OLDER_PEOPLE', 'FAMILY_LAW', 'CHILD_PROTECTION', 'SUBSTANCE_ABUSE', 'DISABILITY'])[task + 1]],
          case when place % 2 = 0 then array[(100 + place % 60)::text] else '{}' end,
          array['1.2.246.10.91000005.15.2025.' || before || '.' || n || '.' || (place % 3)], title,
          jsonb_build_object('name', (array['Aino', 'Eero', 'Helmi', 'Onni', 'Siiri', 'Toivo', 'Venla', 'Väinö'])[place % 8 + 1] || ' '
            || (array['Aho', 'Heino', 'Koskela', 'Laine', 'Mäkelä', 'Niemi', 'Ranta', 'Salo', 'Virta'])[place % 9 + 1],
            'title', (array['sosiaalityöntekijä', 'sosiaaliohjaaja', 'lähihoitaja'])[place % 3 + 1],
            'unit', left(controller, -1) || (place % 40 + 1)),
          at, at + interval '1 minute', at, length(bytes), sha256(bytes), sha256(bytes || convert_to(oid, 'UTF8')), md5(oid)::uuid
        from made)
      insert into document_content (client_ref, document_oid, version, bytes) select ref, oid, 1, bytes from made
      """;

  private static final String BYTES =
      """
      select pg_total_relation_size('document') + pg_total_relation_size('document_content'),
        pg_table_size('document'), pg_indexes_size('document'), pg_table_size('document_content'), pg_indexes_size('document_content'),
        (select count(*) from document), (select count(distinct client_ref) from document)
      """;

  private final Connection db;
  private final List<DocumentKind> kinds;
  private final long seed;

  private Archive(Connection db, List<DocumentKind> kinds, long seed) {
    this.db = db;
    this.kinds = kinds;
    this.seed = seed;
  }

  static Archive open(Settings settings, List<DocumentKind> kinds) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + (settings.port() + 6) + "/lupa_disclosure";
    return new Archive(DriverManager.getConnection(url, "lupa", "lupa"), kinds, settings.seed());
  }

  /** Bytes on disk, the indexes included. */
  record Size(
      long bytes,
      long metadata,
      long metadataIndexes,
      long contents,
      long contentIndexes,
      long documents,
      long clients) {
    double each(long some) {
      return (double) some / documents;
    }
  }

  /** Under which reference the service keeps the client of a usage right. Waits until it knows. */
  UUID clientOf(String right) throws SQLException, InterruptedException {
    String sql = "select client_ref from client_fact where kind = 'usage-right' and id = ?";
    try (PreparedStatement find = db.prepareStatement(sql)) {
      find.setString(1, right);
      for (int i = 0; i < 200; i++) {
        try (ResultSet rows = find.executeQuery()) {
          if (rows.next()) {
            return rows.getObject(1, UUID.class);
          }
        }
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("the usage right isn't known to the disclosure-service");
  }

  long documents() throws SQLException {
    try (Statement count = db.createStatement();
        ResultSet rows = count.executeQuery("select count(*) from document")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Fills it up to a number of documents.
   *
   * @param typical those who are measured: each gets {@link #TYPICAL}, spread over all that is
   *     added
   */
  void fill(int until, List<UUID> typical) throws SQLException {
    int before = Math.toIntExact(documents());
    int others = until - before - typical.size() * TYPICAL;
    if (others < 0) {
      throw new IllegalStateException(
          before + " documents are there already: " + until + " is too small, or take a new home");
    }
    int[] counts = Skew.NATIONAL.counts(others, seed + before);
    Integer[] all =
        Stream.concat(typical.stream().map(ref -> TYPICAL), IntStream.of(counts).boxed())
            .toArray(Integer[]::new);
    System.out.printf(
        Locale.ROOT,
        "Adding %,d documents of %,d clients, the most of one %,d ...%n",
        until - before,
        all.length,
        Arrays.stream(counts).max().orElse(TYPICAL));
    plan(before, typical, all);
    long start = System.nanoTime();
    for (int first = before; first < until; first += CHUNK) {
      int last = Math.min(until, first + CHUNK);
      chunk(before, until, first, last, typical.size());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "  %,d of %,d documents, %,.0f per second%n",
          last,
          until,
          (last - before) / seconds);
    }
    run("vacuum (analyze) document");
    run("vacuum (analyze) document_content");
  }

  private void plan(int before, List<UUID> typical, Integer[] counts) throws SQLException {
    run(TABLES);
    try (PreparedStatement clients = db.prepareStatement(CLIENTS)) {
      clients.setArray(1, db.createArrayOf("uuid", typical.toArray()));
      clients.setString(2, seed + "-" + before);
      clients.setArray(3, db.createArrayOf("int4", counts));
      clients.executeUpdate();
    }
    try (PreparedStatement given = db.prepareStatement(KINDS)) {
      given.setArray(1, texts(kinds.stream().map(DocumentKind::type)));
      given.setArray(2, texts(kinds.stream().map(DocumentKind::schemaOid)));
      given.setArray(3, texts(kinds.stream().map(DocumentKind::title)));
      given.executeUpdate();
    }
    run(PLAN.formatted(before, seed));
  }

  private Array texts(Stream<String> texts) throws SQLException {
    return db.createArrayOf("text", texts.toArray());
  }

  private void chunk(int before, int until, int first, int last, int typical) throws SQLException {
    try (PreparedStatement fill = db.prepareStatement(FILL)) {
      fill.setLong(1, seed);
      fill.setLong(2, before);
      fill.setLong(3, until);
      fill.setLong(4, first);
      fill.setLong(5, last);
      fill.setInt(6, typical);
      fill.setInt(7, kinds.size());
      fill.setString(8, Scene.COUNTY);
      fill.executeUpdate();
    }
  }

  Size size() throws SQLException {
    try (Statement ask = db.createStatement();
        ResultSet row = ask.executeQuery(BYTES)) {
      row.next();
      return new Size(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          row.getLong(7));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
