# With OPENMASA_PRECOMPILE (bin/build): the outside headers that nearly every unit includes are read
# once for the program and once for the tests. Units include what they use all the same: bin/check
# builds without this, and reads each header of ours alone.
set(PRECOMPILED <algorithm> <array> <charconv> <chrono> <cstdint> <fmt/format.h> <fstream> <functional>
  <map> <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <thread> <variant> <vector>
  <boost/pfr/core.hpp>)

# precompile(TARGET LIKE): LIKE is the first of those that are compiled with the same options.
function(precompile target like)
  if(NOT OPENMASA_PRECOMPILE)
    return()
  endif()
  # So that ccache sees when what was precompiled changes. What g++ 12 says against std::string itself once it
  # is precompiled (its bug 105651) it does not say without, as bin/check builds.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>
      -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
  if(NOT target STREQUAL like)
    target_precompile_headers(${target} REUSE_FROM ${like})
  elseif(target MATCHES "^test_")
    target_precompile_headers(${target} PRIVATE ${PRECOMPILED} <gmock/gmock.h> <gtest/gtest.h>)
  else()
    target_precompile_headers(${target} PRIVATE ${PRECOMPILED})
  endif()
endfunction()
