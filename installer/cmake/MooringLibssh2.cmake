# libssh2 1.11.1 or later as the target mooring_libssh2: the system's, or the one that installer/libssh2.sh built.
# An older one is refused: 1.10 cannot use an RSA key against today's servers.

set(MOORING_LIBSSH2_NEEDED 1.11.1)
find_package(PkgConfig REQUIRED)
if(EXISTS ${PROJECT_SOURCE_DIR}/build/deps/libssh2/.complete)
    set(ENV{PKG_CONFIG_PATH} "${PROJECT_SOURCE_DIR}/build/deps/libssh2/lib/pkgconfig:$ENV{PKG_CONFIG_PATH}")
endif()
pkg_check_modules(MOORING_LIBSSH2 QUIET IMPORTED_TARGET libssh2)
if(NOT MOORING_LIBSSH2_FOUND)
    message(FATAL_ERROR "libssh2 ${MOORING_LIBSSH2_NEEDED} or later is needed and was not found. Run installer/libssh2.sh once: "
        "it builds it from Debian's source package into build/deps/libssh2.")
elseif(MOORING_LIBSSH2_VERSION VERSION_LESS MOORING_LIBSSH2_NEEDED)
    message(FATAL_ERROR "libssh2 ${MOORING_LIBSSH2_VERSION} is too old: it cannot use an RSA key against today's servers. "
        "Run installer/libssh2.sh once: it builds ${MOORING_LIBSSH2_NEEDED} from Debian's source package into build/deps/libssh2.")
endif()

# What the library itself needs; a shared one has it already, a static one is linked with it.
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
add_library(mooring_libssh2 INTERFACE)
target_link_libraries(mooring_libssh2 INTERFACE PkgConfig::MOORING_LIBSSH2 OpenSSL::Crypto ZLIB::ZLIB)
