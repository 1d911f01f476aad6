# The one place for the language level, warnings and Qt definitions, and the two ways to make a target.

add_library(mooring_options INTERFACE)
target_compile_features(mooring_options INTERFACE cxx_std_20)
target_compile_definitions(mooring_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH
    MOORING_VERSION="${PROJECT_VERSION}")
target_compile_options(mooring_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion -Wno-sign-conversion
    $<$<BOOL:${MOORING_WERROR}>:-Werror>
    -fstack-protector-strong -fcf-protection
    $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
target_link_options(mooring_options INTERFACE -Wl,-z,relro,-z,now)
if(MOORING_SANITIZE)
    target_compile_definitions(mooring_options INTERFACE MOORING_SANITIZED)
    target_compile_options(mooring_options INTERFACE -fsanitize=${MOORING_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(mooring_options INTERFACE -fsanitize=${MOORING_SANITIZE})
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()

# mooring_library(base SOURCES a.cpp b.cpp LINKS Qt6::Core)
# A folder is a static library mooring_<name>. Headers are included from the project's root: "core/base/result.h".
# What a folder may include is what its LINKS name: a wrong arrow fails to link, and Gui is simply not there for core.
function(mooring_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    if(NOT ARG_SOURCES) # headers only
        add_library(mooring_${name} INTERFACE)
        target_include_directories(mooring_${name} INTERFACE ${PROJECT_SOURCE_DIR})
        target_link_libraries(mooring_${name} INTERFACE mooring_options ${ARG_LINKS})
        return()
    endif()
    add_library(mooring_${name} STATIC ${ARG_SOURCES})
    target_include_directories(mooring_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(mooring_${name} PUBLIC mooring_options ${ARG_LINKS})
    if(name STREQUAL "base")
        target_precompile_headers(mooring_base PRIVATE ${PROJECT_SOURCE_DIR}/core/base/pch.h)
    elseif(name STREQUAL "ui_widgets")
        target_precompile_headers(mooring_ui_widgets PRIVATE ${PROJECT_SOURCE_DIR}/ui/widgets/pch.h)
    else()
        mooring_reuse_headers(mooring_${name} ${name})
    endif()
endfunction()

# The precompiled headers of ui for what uses the window's libraries, by their names; those of core for the rest.
function(mooring_reuse_headers target)
    if("${ARGN}" MATCHES "(^|_|;)([a-z]*ui)" AND CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/(tests/)?ui")
        target_precompile_headers(${target} REUSE_FROM mooring_ui_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM mooring_base)
    endif()
endfunction()

# mooring_test(core/runs/tst_snapshot.cpp LINKS mooring_runs [LABELS slow] [TIMEOUT 60] [SERIAL])
# One file, one executable, one ctest entry named after the file.
function(mooring_test source)
    cmake_parse_arguments(ARG "SERIAL" "TIMEOUT" "LINKS;LABELS;SOURCES" ${ARGN})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE mooring_testsupport ${ARG_LINKS})
    mooring_reuse_headers(${name} ${ARG_LINKS})
    target_compile_definitions(${name} PRIVATE MOORING_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        MOORING_BINARY="$<TARGET_FILE:mooring>")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300) # only against hanging: on a busy machine of two cores a test takes four times its time
    endif()
    # Endpoints of one test stop and start again while the next one looks for a free port: each has its own range.
    get_property(first_port GLOBAL PROPERTY mooring_first_port)
    if(NOT first_port)
        set(first_port 20000)
    endif()
    math(EXPR next_port "${first_port} + 20")
    set_property(GLOBAL PROPERTY mooring_first_port ${next_port})
    set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 MOORING_FIRST_PORT=${first_port})
    if(MOORING_SANITIZE) # for the programs that a test starts, too
        list(APPEND environment "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "${environment}")
    if(ARG_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
