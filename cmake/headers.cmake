# Headers that are parsed once instead of in every file: measured, this halves the compile time of
# a room and takes a second off each test. The standard library and what never changes; above
# commands/ the case with all its rows and views too, where a change compiles everything anyway. A
# file still includes what it uses. Rooms and tests need one each, for only programs are compiled as
# PIE.

set(standard_headers <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <utility> <variant> <vector> <tl/expected.hpp>)

function(radslag_headers target)
    target_link_libraries(${target} PRIVATE radslag_options)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    # Without the time in it, and with CCACHE_SLOPPINESS in the presets, ccache takes these too.
    target_compile_options(${target} PRIVATE
        -fpch-instantiate-templates "SHELL:-Xclang -fno-pch-timestamp")
endfunction()

file(CONFIGURE OUTPUT headers.cpp CONTENT "int main() {}\n")
add_library(radslag_room_headers OBJECT "${PROJECT_BINARY_DIR}/headers.cpp")
radslag_headers(radslag_room_headers ${standard_headers})
if(RADSLAG_TESTS)
    add_executable(radslag_test_headers "${PROJECT_BINARY_DIR}/headers.cpp")
    target_link_libraries(radslag_test_headers PRIVATE GTest::gmock)
    radslag_headers(radslag_test_headers ${standard_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()

# The headers of a case, made when the first room asks for them: commands/ is there by then.
function(radslag_add_case_headers kind)
    set(target radslag_case_${kind}_headers)
    set(headers ${standard_headers} <commands/commands.h>)
    if(kind STREQUAL "test")
        add_executable(${target} "${PROJECT_BINARY_DIR}/headers.cpp")
        target_link_libraries(${target} PRIVATE GTest::gmock)
        list(APPEND headers <gmock/gmock.h> <gtest/gtest.h>)
    else()
        add_library(${target} OBJECT "${PROJECT_BINARY_DIR}/headers.cpp")
    endif()
    target_link_libraries(${target} PRIVATE radslag_commands)
    radslag_headers(${target} ${headers})
endfunction()

# radslag_read_once(TARGET room|test ROOMS...): what those below it call for.
function(radslag_read_once target kind)
    get_property(above GLOBAL PROPERTY RADSLAG_ABOVE_COMMANDS)
    set(headers radslag_${kind}_headers)
    foreach(room IN LISTS ARGN)
        radslag_room_target(below "${room}")
        if(below STREQUAL "radslag_commands" OR below IN_LIST above)
            set(headers radslag_case_${kind}_headers)
            set_property(GLOBAL APPEND PROPERTY RADSLAG_ABOVE_COMMANDS ${target})
        endif()
    endforeach()
    if(NOT TARGET ${headers})
        radslag_add_case_headers(${kind})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()
