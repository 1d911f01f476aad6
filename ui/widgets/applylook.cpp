#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QToolTip>

#include <optional>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// What the platform gave before we touched anything.
struct Given
{
    QPalette palette;
    QFont font;
    bool ofItsOwn = false; ///< the palette is the desktop's and not the one that Qt falls back to
};

const Given &given(const QApplication &)
{
    static const Given first = [] {
        Given g{QApplication::palette(), QApplication::font(), false};
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"fusion"_s));
        const QPalette fallback = fusion->standardPalette();
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Highlight, QPalette::Text})
            g.ofItsOwn = g.ofItsOwn || g.palette.color(role) != fallback.color(role);
        return g;
    }();
    return first;
}

QFont bodyFont(const Given &platform)
{
    QFont font = platform.font;
    QStringList families = font.families();
    if (!platform.ofItsOwn) { // no desktop, no wish: what the pictures of the design were made with
        font.setPointSizeF(10);
        if (QFontDatabase::hasFamily(u"Noto Sans"_s))
            families = QStringList{u"Noto Sans"_s};
    }
    families << u"Noto Sans"_s << u"Noto Sans CJK KR"_s; // Korean shapes before Japanese ones
    families.removeDuplicates();
    font.setFamilies(families);
    return font;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

void applyLook(QApplication &application, LookChoice choice)
{
    const Given &platform = given(application);
    const QString style = QApplication::style()->name().toLower();
    if (style == u"fusion" || style == u"windows")
        QApplication::setStyle(new MooringStyle);
    const QFont font = bodyFont(platform);
    QApplication::setFont(font);
    // QMenu, QToolTip and others may have a font of the platform's; one size for all of ours.
    for (const char *type : {"QMenu", "QMenuBar", "QToolTip", "QTipLabel", "QStatusBar", "QMessageBox", "QHeaderView"})
        QApplication::setFont(font, type);
    if (choice == LookChoice::System && platform.ofItsOwn)
        QApplication::setPalette(QPalette());
    else if (choice == LookChoice::Dark || (choice == LookChoice::System && isDark(platform.palette)))
        QApplication::setPalette(darkPalette());
    else
        QApplication::setPalette(lightPalette());
    QToolTip::setFont(font);
    QToolTip::setPalette(QApplication::palette());
}

} // namespace mooring
