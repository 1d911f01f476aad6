#pragma once

#include <QString>

namespace mooring {

/// Puts the texts of "en" or "ko" in place for the whole process, ours and Qt's own; empty or unknown: the system's
/// language when we have it, else English. Main thread; needs a QCoreApplication. Widgets get QEvent::LanguageChange.
void installLanguage(const QString &language);
/// "en" or "ko": what installLanguage made of its argument.
QString languageInUse();

} // namespace mooring
