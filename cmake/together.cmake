# With OPENMASA_TOGETHER (bin/build): units that share most of what they read are compiled as one, up to eight at a
# time, which takes half as long. Only those between which no name is ambiguous (together.mjs). bin/check builds
# without this: each unit includes what it uses.
find_program(NODE node REQUIRED)

# together(TARGET FILE...): the files are units of the target.
function(together target)
  if(NOT OPENMASA_TOGETHER)
    return()
  endif()
  execute_process(COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/cmake/together.mjs 8
      ${CMAKE_SOURCE_DIR}/src:${CMAKE_SOURCE_DIR}/tests ${ARGN}
    OUTPUT_VARIABLE batches COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" batches "${batches}")
  foreach(line ${batches})
    string(REGEX MATCH "^([0-9]+) (.+)$" found "${line}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
  endforeach()
  # What is of one unit alone stays so, though g++ sees it in a file that is read into another.
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-subobject-linkage>)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
