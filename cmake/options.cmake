# How everything is compiled: one INTERFACE target that each room and test links.

# Debug is the dev preset: optimised a little, because coroutines at -O0 are too slow to test.
# Assertions stay on in Release: in production a bug ends its request, it does not go unseen.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
if(RADSLAG_SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -gline-tables-only") # what a report names
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Without this CMake leaves out -pie at the link and the hardening is only half there.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

add_library(radslag_options INTERFACE)
target_compile_features(radslag_options INTERFACE cxx_std_20)
set_target_properties(radslag_options PROPERTIES INTERFACE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_EXTENSIONS OFF)
target_include_directories(radslag_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(radslag_options INTERFACE
    -stdlib=libstdc++
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -fno-omit-frame-pointer
    # libstdc++ 12 warns about itself when clang meets std::stable_sort.
    -Wno-deprecated-declarations
    # Where tests run, so that a warning stops us; never where somebody only wants to install it.
    $<$<CONFIG:Debug>:-Werror>
    $<$<CONFIG:Release>:-fstack-protector-strong -fstack-clash-protection -fcf-protection>)
target_compile_definitions(radslag_options INTERFACE
    _GLIBCXX_ASSERTIONS
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>
    $<$<BOOL:${RADSLAG_TEST_CLOCK}>:RADSLAG_TEST_CLOCK=1>)
target_link_options(radslag_options INTERFACE
    -stdlib=libstdc++
    -fuse-ld=mold
    $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)

if(RADSLAG_SANITIZE)
    list(JOIN RADSLAG_SANITIZE "," sanitizers)
    target_compile_options(radslag_options INTERFACE
        -fsanitize=${sanitizers} -fno-sanitize-recover=all)
    target_link_options(radslag_options INTERFACE -fsanitize=${sanitizers})
endif()
