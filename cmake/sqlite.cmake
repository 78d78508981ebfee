# SQLite is compiled in, never the system library (docs/decisions/0002). The amalgamation comes in
# the npm package better-sqlite3; the flags are ours. QPSG: a statement's plan does not depend on what
# is bound to it, so that a kept statement is never prepared again.
set(SQLITE_DIR ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3)
add_library(sqlite3_compiled_in STATIC ${SQLITE_DIR}/sqlite3.c)
target_include_directories(sqlite3_compiled_in SYSTEM PUBLIC ${SQLITE_DIR})
target_compile_definitions(sqlite3_compiled_in PRIVATE
  SQLITE_DQS=0 SQLITE_THREADSAFE=2 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_TRUSTED_SCHEMA=0
  SQLITE_ENABLE_FTS5 SQLITE_ENABLE_STAT4 SQLITE_ENABLE_QPSG SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_USE_ALLOCA SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_MAX_ATTACHED=2)
target_compile_options(sqlite3_compiled_in PRIVATE -O2 -w)
target_link_libraries(sqlite3_compiled_in PRIVATE Threads::Threads m)
