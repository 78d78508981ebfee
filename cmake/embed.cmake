# What the program carries inside itself (cmake/embed.mjs says how).
find_program(NODE node REQUIRED)
enable_language(ASM)
set(GENERATED ${CMAKE_BINARY_DIR}/generated)
set(EMBED ${CMAKE_SOURCE_DIR}/cmake/embed.mjs)

file(GLOB_RECURSE MIGRATIONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.sql)
add_custom_command(OUTPUT ${GENERATED}/embedded_migrations.cpp
  COMMAND ${NODE} ${EMBED} migrations ${GENERATED} ${MIGRATIONS}
  DEPENDS ${EMBED} ${MIGRATIONS} VERBATIM)

file(GLOB LOOK CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/web/look/*)
add_custom_command(OUTPUT ${GENERATED}/embedded_assets.cpp ${GENERATED}/embedded_assets.S
  COMMAND ${NODE} ${EMBED} assets ${GENERATED}
  DEPENDS ${EMBED} ${LOOK} ${CMAKE_SOURCE_DIR}/package-lock.json VERBATIM)

set(CHECKER ${CMAKE_SOURCE_DIR}/src/core/audit/check.mjs)
add_custom_command(OUTPUT ${GENERATED}/embedded_checker.cpp
  COMMAND ${NODE} ${EMBED} checker ${GENERATED} ${CHECKER}
  DEPENDS ${EMBED} ${CHECKER} VERBATIM)
