// All parts on a few sheets: to look at in windows, or as PNG files.
//   gallery                              windows
//   gallery --out DIR [--dark] [--ko]    pictures; with QT_SCALE_FACTOR=2 at 200 %
#include "tests/ui/widgets/gallerysheets.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const bool dark = arguments.contains(u"--dark"_s), korean = arguments.contains(u"--ko"_s);
    mooring::applyLook(app, dark ? mooring::LookChoice::Dark : mooring::LookChoice::Light);
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
