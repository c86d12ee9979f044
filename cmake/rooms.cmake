# Rooms, programs and tests.
#
# src/domain/circle/CMakeLists.txt is one call; its sources are each *.cpp there but main.cpp:
#
#     radslag_room(domain/circle
#         DEPENDS base process domain/people domain/consent lib::fmt)
#
# tests/domain/circle/CMakeLists.txt likewise; each TEST becomes one test in CTest:
#
#     radslag_test(domain/circle DEPENDS domain/circle base)
#
# Both take SOURCES for another list of files. The libraries stand in cmake/libraries.cmake.
# A program with its own main:
#
#     radslag_program(radslag SOURCES main.cpp DEPENDS server)
#
# A new room goes into the list below, in the order in which it may look down, and its edges into
# src/who-may-include-whom.

set(RADSLAG_ROOMS
    base
    process
    domain/people
    domain/consent
    domain/referral
    domain/conference
    domain/casepapers
    domain/circle
    domain/preparation
    domain/meeting
    domain/plan
    domain/followup
    domain/evaluation
    workflow
    retention
    trail
    commands
    net
    storage
    live
    notify
    documents
    http
    server
    sim
    proof
    program)

# While a house is being built, a room may wait for one below it; what is installed has no gaps.
if(RADSLAG_TESTS)
    set(RADSLAG_LEFT_OUT WARNING)
else()
    set(RADSLAG_LEFT_OUT FATAL_ERROR)
endif()

function(radslag_add_rooms)
    foreach(room IN LISTS RADSLAG_ROOMS)
        if(EXISTS "${PROJECT_SOURCE_DIR}/src/${room}/CMakeLists.txt")
            add_subdirectory("src/${room}")
        endif()
    endforeach()
    # The glob makes the build notice a room that came later, and this loop one that nobody listed.
    file(GLOB_RECURSE lists CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/src"
        "${PROJECT_SOURCE_DIR}/src/CMakeLists.txt")
    foreach(list IN LISTS lists)
        get_filename_component(room "${list}" DIRECTORY)
        if(NOT room IN_LIST RADSLAG_ROOMS)
            message(FATAL_ERROR "src/${room} is a room that cmake/rooms.cmake does not know")
        endif()
    endforeach()
endfunction()

function(radslag_room_target out room)
    string(REPLACE "/" "_" name "${room}")
    set(${out} "radslag_${name}" PARENT_SCOPE)
endfunction()

# Rooms are added from the ground up: what is not there yet when it is asked for lies above.
function(radslag_room_targets out asker)
    set(targets)
    foreach(room IN LISTS ARGN)
        radslag_room_target(target "${room}")
        if(TARGET "${room}")
            set(target "${room}")
        endif()
        if(NOT TARGET ${target})
            message(${RADSLAG_LEFT_OUT} "${asker} left out: ${room} is not there or lies above")
            set(${out} NOTFOUND PARENT_SCOPE)
            return()
        endif()
        list(APPEND targets ${target})
    endforeach()
    set(${out} "${targets};radslag_options" PARENT_SCOPE)
endfunction()

# HEADERS: a room of many small files that all see the same has its headers read once.
function(radslag_room room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;HEADERS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "radslag_room(${room}): what is ${arg_UNPARSED_ARGUMENTS}?")
    endif()
    radslag_room_targets(rooms "src/${room}" ${arg_DEPENDS})
    if(NOT rooms)
        return()
    endif()
    if(NOT arg_SOURCES)
        file(GLOB arg_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
        list(FILTER arg_SOURCES EXCLUDE REGEX "/main\\.cpp$")
    endif()
    radslag_room_target(target "${room}")
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        if(arg_HEADERS)
            target_precompile_headers(${target} PRIVATE ${arg_HEADERS})
        else()
            radslag_read_once(${target} room ${arg_DEPENDS})
        endif()
        target_link_libraries(${target} PUBLIC ${rooms})
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${rooms})
    endif()
endfunction()

function(radslag_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
    radslag_room_targets(rooms "program ${name}" ${arg_DEPENDS})
    if(NOT rooms)
        return()
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${rooms})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()

set(RADSLAG_PATIENCE 300) # seconds for one test, on a machine that does other things too
if(RADSLAG_SANITIZE)
    set(RADSLAG_PATIENCE 2400)
endif()

function(radslag_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
    radslag_room_targets(rooms "tests/${name}" ${arg_DEPENDS} ${arg_UNPARSED_ARGUMENTS})
    if(NOT arg_SOURCES)
        file(GLOB arg_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    endif()
    if(NOT rooms OR NOT arg_SOURCES)
        message(WARNING "tests/${name} has nothing to compile or to test")
        add_test(NAME "${name}/left out" COMMAND "${CMAKE_COMMAND}" -E false)
        return()
    endif()
    radslag_room_target(target "${name}")
    set(target "test_${target}")
    add_executable(${target} ${arg_SOURCES})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${target} PRIVATE ${rooms} GTest::gmock_main lib::gtest)
    target_compile_definitions(${target} PRIVATE
        RADSLAG_SOURCE_DIR="${PROJECT_SOURCE_DIR}" RADSLAG_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set_target_properties(${target} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    radslag_read_once(${target} test ${arg_DEPENDS} ${arg_UNPARSED_ARGUMENTS})
    gtest_discover_tests(${target} TEST_PREFIX "${name}/" DISCOVERY_TIMEOUT 60
        PROPERTIES TIMEOUT ${RADSLAG_PATIENCE})
endfunction()
