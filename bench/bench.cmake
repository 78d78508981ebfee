# The programs that bin/bench needs beside the product: the maker of its records and the page
# written by hand. bin/bench has this read at project(), so the product's own build knows nothing of it.
function(add_bench_targets)
  add_executable(make_data EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/make_data.cpp)
  target_link_libraries(make_data PRIVATE om_plan)
  add_executable(handwritten EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/handwritten.cpp)
  target_link_libraries(handwritten PRIVATE om_core)
  add_executable(saves EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/saves.cpp)
  target_link_libraries(saves PRIVATE om_plan)
  add_executable(rows_out EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/rows_out.cpp)
  target_link_libraries(rows_out PRIVATE om_plan)
  foreach(program make_data handwritten saves rows_out)
    target_compile_options(${program} PRIVATE -Wall -Wextra -Wpedantic -Werror -Wshadow=local -Wconversion
      -Wno-sign-conversion -Wno-missing-field-initializers -Wswitch-enum)
  endforeach()
  add_custom_target(bench_programs DEPENDS openmasa make_data handwritten saves rows_out)
endfunction()
cmake_language(DEFER CALL add_bench_targets)
