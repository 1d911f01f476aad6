#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

int ink(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 60 ? 1 : 0;
    }
    return count;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNameOfTheSetIsThere_data()
    {
        QTest::addColumn<QString>("name");
        const QString names =
            u"edit-copy edit-find edit-delete document-save document-open folder view-refresh media-playback-start "
            "media-playback-stop list-add window-close go-down go-next go-up view-more dialog-password "
            "preferences-system help-contents computer server hdi-cluster batch notebook lake hexnodes container "
            "cloud workspace environment run model endpoint known-hosts follow wrap clock filter fold unfold pin "
            "bookmark terminal file chart compare history download split send link lock globe beaker scale edit "
            "eye eye-off calendar check key more"_s;
        for (const QString &name : names.split(u' '))
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyNameOfTheSetIsThere()
    {
        QFETCH(QString, name);
        for (int size : {16, 20, 24}) {
            for (double ratio : {1.0, 1.25, 2.0}) {
                const QPixmap pixmap = iconPixmap(name, size, Qt::red, ratio);
                QCOMPARE(pixmap.width(), int(std::ceil(size * ratio)));
                QVERIFY2(ink(pixmap) >= 6, "nothing is painted");
            }
        }
    }
    void noTwoFilesAreTheSamePicture()
    {
        QHash<QByteArray, QString> seen;
        for (const QString &file :
             QDir(QString::fromUtf8(MOORING_SOURCE_DIR) + u"/resources/icons"_s).entryList({u"*.svg"_s})) {
            const QImage image = iconPixmap(file.chopped(4), 16, Qt::black, 2).toImage();
            const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY2(!seen.contains(bytes), qPrintable(file + u" and "_s + seen.value(bytes)));
            seen.insert(bytes, file);
        }
        QVERIFY(seen.size() > 50);
    }
    void isTinted()
    {
        const QImage image = iconPixmap(u"media-playback-stop"_s, 16, QColor(0x123456), 1).toImage();
        bool found = false;
        for (int x = 0; x < 16; ++x)
            found = found || (image.pixel(x, 3) & 0xFFFFFF) == 0x123456;
        QVERIFY(found);
    }
    void unknownIsEmptyAndSaid()
    {
        QTest::ignoreMessage(QtWarningMsg, "No icon named no-such-icon");
        QCOMPARE(ink(iconPixmap(u"no-such-icon"_s, 16, Qt::red, 1)), 0);
    }
    void buttonIconFollowsThePalette()
    {
        const QIcon icon = mooring::icon(u"folder"_s);
        QApplication::setPalette(lightPalette());
        const QImage light = icon.pixmap(16).toImage(), off = icon.pixmap(QSize(16, 16), QIcon::Disabled).toImage();
        const QImage on = icon.pixmap(QSize(16, 16), QIcon::Normal, QIcon::On).toImage();
        QApplication::setPalette(darkPalette());
        QVERIFY(light != icon.pixmap(16).toImage());
        QVERIFY(light != off);
        QVERIFY(light != on);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
