#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;

namespace mooring {

class Navigator;
class PageHeader;

/// One page of the window: header (title, badge, facts, actions), a place for a phase bar and a banner, then the body.
/// The shell makes pages lazily and deletes them when they are not needed; a page gets all it shows from core, in the background.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    PageHeader *header() const { return m_header; }
    /// Between header and body; hidden while empty.
    QBoxLayout *aboveBody() const { return m_above; }
    /// Takes ownership; replaces the earlier one.
    void setBody(QWidget *body);

    /// The shell calls it when the page comes to the front, again and again; the place to refresh.
    virtual void shown() {}
    /// F5.
    virtual void refresh() {}
    /// Something in the workspace changed.
    virtual void workspaceChanged() {}
    /// False with a reason when leaving would lose something; wizards keep a draft and say true.
    virtual bool mayLeave() const { return true; }

Q_SIGNALS:
    void titleChanged(const QString &title);

private:
    PageHeader *m_header;
    QBoxLayout *m_above;
    QBoxLayout *m_layout;
    QWidget *m_body = nullptr;
};

/// Title 20 bold, badge, one row of facts parted by dots, at most three buttons and "more" at the right.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    void setIcon(const QString &iconName);
    /// word: "Running, 11 min 41 s". Empty word: no badge.
    void setBadge(Glyph glyph, const QString &word);
    void setFacts(const QStringList &facts);
    /// Left to right. The header owns them afterwards.
    void addAction(QAbstractButton *button);
    void setMoreMenu(class QMenu *menu);
    /// At the right of the title instead of actions (a wizard's rail).
    void setRail(QWidget *rail);

private:
    class Private;
    Private *d;
};

} // namespace mooring
