// All parts on a few sheets: to look at in windows, or as PNG files.
//   gallery                              windows
//   gallery --out DIR [--dark] [--ko]    pictures; with QT_SCALE_FACTOR=2 at 200 %
//   --warm, --contrast                   from a palette that is not ours
#include "tests/ui/widgets/gallerysheets.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace {

QPalette foreign(QRgb window, QRgb base, QRgb text, QRgb highlight, QRgb onHighlight)
{
    QPalette p{QColor(window)};
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(role, QColor(text));
    p.setColor(QPalette::Base, QColor(base));
    p.setColor(QPalette::Window, QColor(window));
    p.setColor(QPalette::Highlight, QColor(highlight));
    p.setColor(QPalette::HighlightedText, QColor(onHighlight));
    return p;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const bool dark = arguments.contains(u"--dark"_s), korean = arguments.contains(u"--ko"_s);
    mooring::applyLook(app, dark ? mooring::LookChoice::Dark : mooring::LookChoice::Light);
    if (arguments.contains(u"--warm"_s))
        QApplication::setPalette(foreign(0xEFE9DF, 0xFCF8F1, 0x2B2A28, 0x96532F, 0xFFFFFF));
    if (arguments.contains(u"--contrast"_s))
        QApplication::setPalette(foreign(0x000000, 0x000000, 0xFFFFFF, 0xFFE24D, 0x000000));
    const qsizetype out = arguments.indexOf(u"--out"_s);
    for (const mooring::gallery::Sheet &sheet : mooring::gallery::makeSheets(korean)) {
        sheet.widget->resize(sheet.size);
        sheet.widget->show();
        if (out < 0)
            continue;
        QApplication::sendPostedEvents();
        QApplication::processEvents();
        const QString name = sheet.name + (dark ? u"-dark"_s : QString()) + (korean ? u"-ko"_s : QString()) + u".png"_s;
        sheet.widget->grab().save(QDir(arguments.value(out + 1)).filePath(name));
    }
    return out < 0 ? QApplication::exec() : 0;
}
