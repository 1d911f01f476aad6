# The .qm files are made at build time and compiled into mooring_base, so that the window and the command line have them.
# Included by core/base: the rules of generated files belong to the folder of the target that uses them.
set_source_files_properties(${PROJECT_SOURCE_DIR}/translations/mooring_en.ts ${PROJECT_SOURCE_DIR}/translations/mooring_ko.ts
    PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/translations)
qt_add_translation(MOORING_QM ${PROJECT_SOURCE_DIR}/translations/mooring_en.ts
    ${PROJECT_SOURCE_DIR}/translations/mooring_ko.ts OPTIONS -silent)
configure_file(${PROJECT_SOURCE_DIR}/translations/translations.qrc.in
    ${CMAKE_CURRENT_BINARY_DIR}/translations/translations.qrc COPYONLY)
qt_add_resources(MOORING_TRANSLATIONS ${CMAKE_CURRENT_BINARY_DIR}/translations/translations.qrc)
target_sources(mooring_base PRIVATE ${MOORING_TRANSLATIONS})
set_source_files_properties(${MOORING_TRANSLATIONS} PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_AUTOMOC ON)
