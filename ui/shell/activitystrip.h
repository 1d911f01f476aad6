#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

class QAbstractButton;

namespace mooring {

class ElidedLabel;

/// The status bar: what goes on at the left, keychain and network at the right. Ends and failures are told to
/// accessibility.
class ActivityStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityStrip(QWidget *parent = nullptr);

    /// Opens and closes the drawer; checkable.
    QAbstractButton *activityButton() const { return m_button; }
    QAbstractButton *keychainButton() const { return m_keychain; }
    /// part 0 to 1; below 0: no bar. Empty text: nothing is running.
    void setActivity(Glyph glyph, const QString &text, double part);
    void setNothingRunning();
    void setKeychain(const QString &text, bool good);
    /// Where the open workspace is played: on this computer, at Azure, or pretend.
    enum class Place { Local, Azure, Practice };
    void setPlace(Place place);
    /// Said once by a screen reader, without changing what is shown.
    void announce(const QString &text);
    QString text() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Mark;
    QAbstractButton *m_button;
    Mark *m_glyph;
    ElidedLabel *m_text;
    Mark *m_bar;
    QAbstractButton *m_keychain;
    QAbstractButton *m_place;
};

} // namespace mooring
