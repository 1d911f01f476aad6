#include "core/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Out of any namespace: the macro declares the function of the compiled resource.
static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace mooring {

namespace {

QString &current()
{
    static QString language = QStringLiteral("en");
    return language;
}

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &language : wanted) {
        const QString code = language.section(u'-', 0, 0).toLower();
        if (code == QLatin1String("ko") || code == QLatin1String("en"))
            return code;
    }
    return QStringLiteral("en");
}

/// Replaces what stood in the slot. A translator that finds no file leaves the slot empty: the source text is English.
void replace(QTranslator *&slot, const QString &file, const QString &folder)
{
    auto *fresh = new QTranslator(QCoreApplication::instance());
    const bool loaded = fresh->load(file, folder);
    if (slot) {
        QCoreApplication::removeTranslator(slot);
        delete slot;
        slot = nullptr;
    }
    if (loaded && QCoreApplication::installTranslator(fresh))
        slot = fresh;
    else
        delete fresh;
}

} // namespace

void installLanguage(const QString &language)
{
    static QTranslator *ours = nullptr;
    static QTranslator *qts = nullptr;
    initTranslations();
    const bool known = language == QLatin1String("en") || language == QLatin1String("ko");
    current() = known ? language : systemLanguage();
    // Qt's first: the last one installed is asked first.
    replace(qts, QStringLiteral("qtbase_%1").arg(current()), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(ours, QStringLiteral("mooring_%1").arg(current()), QStringLiteral(":/i18n"));
}

QString languageInUse() { return current(); }

} // namespace mooring
