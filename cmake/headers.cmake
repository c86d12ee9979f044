# Headers that are parsed once instead of in every file: measured, this halves the compile time of
# a room and takes a second off each test. Only the standard library and what never changes; a file
# still includes what it uses. Rooms and tests need one each, for only programs are compiled as PIE.

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
