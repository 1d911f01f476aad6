#pragma once

#include "ui/widgets/pageheader.h"

#include <QWidget>

class QBoxLayout;

namespace mooring {

class Navigator;

/// One page of the window: header (title, badge, facts, actions), a place for a phase bar and a banner, then the body.
/// The shell makes pages lazily and deletes them when they are not needed; a page gets all it shows from core, in the
/// background. Spaces: 12 above the phase bar or banner, 8 above the body. A body with tabs begins with a TabBar, which
/// has the hairline; one without asks for setHeaderLine(true).
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    PageHeader *header() const { return m_header; }
    /// Between header and body; takes no room while all in it is hidden.
    QBoxLayout *aboveBody() const { return m_above; }
    /// Takes ownership; replaces the earlier one.
    void setBody(QWidget *body);
    QWidget *body() const { return m_body; }
    /// 12 and a hairline over the body.
    void setHeaderLine(bool on);

    /// The shell calls it when the page comes to the front, again and again; the place to refresh.
    virtual void shown() {}
    /// F5.
    virtual void refresh() {}
    /// Another part of the window asks for one of the page's acts by its word ("detach"); unknown words are passed
    /// over.
    virtual void act(const QString & /*word*/) {}
    /// Something in the workspace changed.
    virtual void workspaceChanged() {}
    /// What it showed is gone: whoever asks for its route again gets a new page.
    virtual bool isOver() const { return false; }
    /// False with a reason when leaving would lose something; wizards keep a draft and say true.
    virtual bool mayLeave() const { return true; }

Q_SIGNALS:
    void titleChanged(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PageHeader *m_header;
    QBoxLayout *m_above;
    QBoxLayout *m_layout;
    QWidget *m_line;
    QWidget *m_gap;
    QWidget *m_body = nullptr;
};

} // namespace mooring
