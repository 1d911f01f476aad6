#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

#include <memory>

class QAbstractButton;
class QMenu;

namespace mooring {

/// Title 20 bold, badge, one row of facts parted by dots, at most three buttons and "more" at the right.
/// Where it is narrow, facts go away and only the most urgent button stays beside "more", which then holds the others.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);
    ~PageHeader() override;

    void setTitle(const QString &title);
    QString title() const;
    void setIcon(const QString &iconName);
    /// word: "Running, 11 min 41 s". Empty word: no badge.
    void setBadge(Glyph glyph, const QString &word);
    void setFacts(const QStringList &facts);
    /// Left to right. The header owns them afterwards, and their visibility: it folds them where it is narrow.
    void addAction(QAbstractButton *button, bool shown = true);
    /// The page's wish, instead of setVisible(): holds whether or not there is room for the button now.
    void showAction(QAbstractButton *button, bool shown);
    /// Not owned.
    void setMoreMenu(QMenu *menu);
    /// At the right of the title instead of actions (a wizard's rail).
    void setRail(QWidget *rail);
    /// Narrow: page edge 16 instead of 24. True below 700 px.
    bool isCompact() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mooring
