#include "core/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstring>

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

/// Our texts stand in one context: the same English is the same everywhere, whichever class says it.
class OneContext : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override
    {
        if (!context || std::strncmp(context, "mooring", 7) != 0)
            return {};
        return QTranslator::translate("mooring", source, disambiguation, n);
    }
};

/// Replaces what stood in the slot. A translator that finds no file leaves the slot empty: the source text is English.
void replace(QTranslator *&slot, QTranslator *fresh, const QString &file, const QString &folder)
{
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
    replace(qts, new QTranslator(QCoreApplication::instance()), QStringLiteral("qtbase_%1").arg(current()),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(ours, new OneContext(QCoreApplication::instance()), QStringLiteral("mooring_%1").arg(current()),
            QStringLiteral(":/i18n"));
}

QString languageInUse() { return current(); }

} // namespace mooring
