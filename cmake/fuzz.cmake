# With OPENMASA_FUZZ (clang only): every layer watched by libFuzzer, ASan and UBSan, and a program
# fuzz_X for each tests/fuzz/X_fuzz.cpp. Included before the layers, so that its options are theirs.
if(NOT OPENMASA_FUZZ)
  return()
endif()
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "OPENMASA_FUZZ needs clang: -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++")
endif()
set(FUZZ_WATCH -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -g1)
add_compile_options(-O1 ${FUZZ_WATCH})
add_link_options(-fsanitize=address,undefined)
# clang 14 cannot build the HTTP unit with these; nothing that is fuzzed stands in it.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/web/http/server.cpp PROPERTIES
  COMPILE_OPTIONS "-fno-sanitize=all")

function(add_fuzz_targets)
  add_custom_target(all_fuzz)
  file(GLOB units CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
  foreach(unit ${units})
    get_filename_component(name ${unit} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" name ${name})
    add_executable(fuzz_${name} ${unit})
    target_compile_options(fuzz_${name} PRIVATE -Wall -Wextra -Werror -Wno-missing-field-initializers)
    target_link_libraries(fuzz_${name} PRIVATE om_plan om_core om_http om_kernel)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(all_fuzz fuzz_${name})
  endforeach()
endfunction()
cmake_language(DEFER CALL add_fuzz_targets)
