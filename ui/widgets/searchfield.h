#pragma once

#include <QLineEdit>

namespace mooring {

/// A field with an icon at the left and, while it is empty, its shortcut at the right. Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, const QString &shortcut = {}, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    /// At the right while there is text: "8 of 128".
    void setCount(const QString &count);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString right() const;
    void updateMargins();

    QString m_iconName;
    QString m_shortcut;
    QString m_count;
};

} // namespace mooring
