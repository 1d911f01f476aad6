#pragma once

#include "ui/context/uisettings.h"
#include "ui/widgets/stateglyph.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace mooring {

class GlyphLabel;
class TextLabel;

/// One section of the settings: a heading with the state that was found, rows below. At most 752 wide.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    SettingsSection(const QString &id, const QString &title, QWidget *parent = nullptr);

    QString id() const { return m_id; }
    QString title() const { return m_title; }
    /// For the index; the title itself when nothing shorter was said.
    QString shortTitle() const { return m_shortTitle.isEmpty() ? m_title : m_shortTitle; }
    void setShortTitle(const QString &title) { m_shortTitle = title; }
    /// The measured state, in the heading.
    void setState(Glyph glyph, const QString &text);
    /// A few words in the heading, in place of a state.
    void setNote(const QString &text);
    /// Label 152 wide, then the control, then help beside it.
    QHBoxLayout *addRow(const QString &label, QWidget *control, const QString &help = {});
    void addWidget(QWidget *widget);
    /// At the right end of the heading.
    void addHeadAction(QWidget *widget);
    /// What “All defaults” does beside the choices of the window; nothing at first.
    void setReset(std::function<void()> reset) { m_reset = std::move(reset); }
    void reset() const
    {
        if (m_reset)
            m_reset();
    }

private:
    QString m_id;
    QString m_title;
    QString m_shortTitle;
    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
    GlyphLabel *m_glyph;
    TextLabel *m_state;
    std::function<void()> m_reset;
};

/// A link "Default" that is there while `differs`, and takes the value back.
QWidget *defaultLink(UiSettings &settings, std::function<bool(const UiSettings::Choices &)> differs,
                     std::function<void(UiSettings::Choices &)> reset, const QString &ofWhat);

} // namespace mooring
