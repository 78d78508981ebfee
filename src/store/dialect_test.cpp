#include "store/dialect.hpp"
#include <gmock/gmock.h>

namespace openmasa::store {
namespace {

using testing::ElementsAre;

TEST(Dialect, A_table_is_strict_on_sqlite) {
    EXPECT_THAT(statements_for(Engine::sqlite, "CREATE TABLE a (b TEXT);\nDROP INDEX c;\n"),
                ElementsAre("CREATE TABLE a (b TEXT) STRICT", "DROP INDEX c"));
}

TEST(Dialect, Types_are_postgresqls_own_where_a_table_gets_its_columns) {
    EXPECT_THAT(
        statements_for(Engine::postgresql,
                       "CREATE TABLE a (b INTEGER, c BLOB, CHECK (CAST(b AS TEXT) <> 'TEXT'));\n"
                       "ALTER TABLE a ADD COLUMN d TEXT;\nUPDATE a SET d = CAST(b AS TEXT);"),
        ElementsAre("CREATE TABLE a (b BIGINT, c BYTEA, CHECK (CAST(b AS TEXT) <> 'TEXT'))",
                    "ALTER TABLE a ADD COLUMN d TEXT COLLATE \"C\"",
                    "UPDATE a SET d = CAST(b AS TEXT)"));
}

TEST(Dialect, Remarks_and_quotes_end_no_statement) {
    EXPECT_THAT(
        statements_for(Engine::sqlite, "-- one; two\nDELETE FROM a WHERE b = ';--\n-- '; -- so"),
        ElementsAre("DELETE FROM a WHERE b = ';--\n-- '"));
}

TEST(Dialect, A_marked_block_is_for_one_of_them_and_stays_whole) {
    constexpr auto text = "DROP TABLE a;\n-- sqlite only\nBEGIN x; y; END;\n-- end\n"
                          "-- postgresql only: functions\nEXECUTE z;\n-- end\nDROP TABLE b;\n";
    EXPECT_THAT(statements_for(Engine::sqlite, text),
                ElementsAre("DROP TABLE a", "BEGIN x; y; END;\n", "DROP TABLE b"));
    EXPECT_THAT(statements_for(Engine::postgresql, text),
                ElementsAre("DROP TABLE a", "EXECUTE z;\n", "DROP TABLE b"));
}

} // namespace
} // namespace openmasa::store
