#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;

namespace mooring {

class TextLabel;

/// A sentence above the tabs that stays as long as its cause. At most one a page, at most two actions. Hidden until
/// told. Unknown: not reachable. Fail: broken. Warn: degraded. Accent: news. A reader is told when it appears.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// With a second text the first is a bold line over it.
    void tell(Tone tone, const QString &sentence, const QString &more = {});
    /// The cause is gone. Actions go with it.
    void clear();
    /// Owned by the banner afterwards.
    void addAction(QAbstractButton *button);
    void clearActions();
    Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Accent;
    TextLabel *m_sentence;
    TextLabel *m_title;
    TextLabel *m_more;
    QBoxLayout *m_row;
    QList<QAbstractButton *> m_actions;
};

/// A filled circle with an i: news.
void paintNews(QPainter *painter, const QRectF &where, const QPalette &palette);

} // namespace mooring
