// Every part, in both languages and looks, through the walker.
#include "tests/support/uiwalker.h"
#include "tests/ui/widgets/gallerysheets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<bool>("korean");
        QTest::addColumn<bool>("dark");
        QTest::newRow("en") << false << false;
        QTest::newRow("ko, dark") << true << true;
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(bool, korean);
        QFETCH(bool, dark);
        applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
        for (const gallery::Sheet &sheet : gallery::makeSheets(korean)) {
            const std::unique_ptr<QWidget> widget(sheet.widget);
            widget->resize(sheet.size);
            widget->show();
            QTRY_VERIFY(widget->isVisible());
            QApplication::sendPostedEvents();
            MOORING_WALK(widget.get());
            const QImage image = widget->grab().toImage();
            QCOMPARE(QColor(image.pixel(image.width() - 3, 3)).lightness() < 128, dark);
        }
    }
    void largerTextStillFits()
    {
        applyLook(*qApp, LookChoice::Light);
        QFont large = QApplication::font();
        large.setPointSizeF(15);
        QApplication::setFont(large);
        QVERIFY(dp(nullptr, 100) > 140);
        for (const gallery::Sheet &sheet : gallery::makeSheets(false)) {
            const std::unique_ptr<QWidget> widget(sheet.widget);
            widget->resize(sheet.size * 1.5);
            widget->show();
            QApplication::sendPostedEvents();
            MOORING_WALK(widget.get());
        }
        applyLook(*qApp, LookChoice::Light);
    }
    void theWalkerSeesWhatIsWrong()
    {
        applyLook(*qApp, LookChoice::Light);
        QWidget window;
        window.resize(400, 200);
        auto *cut = new QLabel(u"far too long for this place"_s, &window);
        cut->setGeometry(0, 0, 40, 20);
        auto *nameless = new QLineEdit(&window);
        nameless->setGeometry(0, 40, 100, 32);
        auto *one = filledButton(u"One"_s, {}, &window), *two = filledButton(u"Two"_s, {}, &window);
        one->move(0, 100);
        two->move(100, 100);
        for (Button *button : {one, two})
            button->resize(button->sizeHint());
        window.show();
        const QStringList found = test::walkUi(&window);
        QCOMPARE(found.size(), 3);
        QVERIFY(found.filter(u"text is cut"_s).size() == 1);
        QVERIFY(found.filter(u"no name"_s).size() == 1);
        QVERIFY(found.filter(u"second filled"_s).size() == 1);
        two->setKind(ButtonKind::Edge);
        cut->resize(300, 20);
        nameless->setAccessibleName(u"Name"_s);
        MOORING_WALK(&window);
    }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
