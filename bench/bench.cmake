# The programs that bin/bench needs beside the product: the makers of its records, the page written
# by hand, and what visits the pages. bin/bench has this read at project(), so the product's own build
# knows nothing of it.
function(add_bench_program name)
  add_executable(${name} EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/${name}.cpp)
  target_link_libraries(${name} PRIVATE ${ARGN})
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Werror -Wshadow=local -Wconversion
    -Wno-sign-conversion -Wno-missing-field-initializers -Wswitch-enum)
  add_dependencies(bench_programs ${name})
endfunction()

function(add_bench_targets)
  add_custom_target(bench_programs DEPENDS openmasa)
  add_bench_program(make_data om_plan)
  add_bench_program(make_plans om_plan om_partnership)
  add_bench_program(make_partnership om_plan om_partnership)
  add_bench_program(make_recommendations om_plan)
  add_bench_program(make_figures om_intelligence)
  add_bench_program(all_methods om_intelligence)
  add_bench_program(plan_pages om_plan om_partnership om_intelligence)
  target_sources(plan_pages PRIVATE ${CMAKE_SOURCE_DIR}/src/modules.cpp)
  add_bench_program(handwritten om_core)
  add_bench_program(saves om_plan)
  add_bench_program(rows_out om_plan)
  add_bench_program(restrict_some om_core)
endfunction()
cmake_language(DEFER CALL add_bench_targets)
