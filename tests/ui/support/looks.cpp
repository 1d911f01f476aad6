#include "tests/ui/support/looks.h"

#include "tests/support/uiwalker.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace mooring::test {

using namespace Qt::StringLiterals;

void Looks::addRows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"ko"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize &size : {QSize(1366, 768), QSize(1024, 640), QSize(683, 384)})
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void Looks::addFewRows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-light-1366") << u"en"_s << false << QSize(1366, 768);
    QTest::newRow("ko-dark-1024") << u"ko"_s << true << QSize(1024, 640);
    QTest::newRow("en-dark-683") << u"en"_s << true << QSize(683, 384);
    QTest::newRow("ko-light-683") << u"ko"_s << false << QSize(683, 384);
}

Looks::Looks(WindowBench &bench) : m_bench(bench)
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    m_size = size;
    UiSettings::Choices choices = bench.settings->choices();
    choices.language = language;
    bench.settings->choose(choices);
    applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
    bench.window->resize(size);
}

void Looks::look(const QString &name)
{
    QTest::qWait(60); // reads in the background, layout
    for (const QString &line : walkSettledUi(m_bench.window.get()))
        m_wrong << name + u": "_s + line;
    if (m_bench.window->size() != m_size)
        m_wrong << name + u": the window was forced to %1 x %2"_s.arg(m_bench.window->width())
                              .arg(m_bench.window->height());
    if (const QString folder = qEnvironmentVariable("MOORING_RENDERS"); !folder.isEmpty()) {
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        m_bench.window->grab().save(QDir(folder).filePath(u"%1-%2.png"_s.arg(QString(name).replace(u'/', u'-'), row)));
    }
}

QString Looks::wrong() const { return m_wrong.join(u'\n'); }

} // namespace mooring::test
