# What `cmake --install` puts where. Paths are those of the freedesktop.org specifications.

include(GNUInstallDirs)
set(MOORING_APP_ID org.mooring_workbench.Mooring)

install(TARGETS mooring RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES resources/man/mooring.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES resources/completion/mooring DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(MOORING_UI)
    install(FILES resources/desktop/${MOORING_APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/desktop/${MOORING_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/desktop/${MOORING_APP_ID}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES resources/desktop/${MOORING_APP_ID}-symbolic.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps)
endif()
