#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace mooring {

/// A fingerprint in groups of 8, in as many lines as it needs. Takes the focus; Ctrl+C copies it without gaps; read out
/// group by group.
class FingerprintBox : public QWidget
{
    Q_OBJECT
public:
    explicit FingerprintBox(const QString &fingerprint = {}, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setFingerprint(const QString &fingerprint);
    QString fingerprint() const { return m_fingerprint; }
    void copy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int groupsInLine(int width) const;

    QString m_fingerprint;
    QStringList m_groups;
    Ink m_ink;
};

} // namespace mooring
